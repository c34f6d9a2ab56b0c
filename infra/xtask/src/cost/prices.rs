//! AWS's list prices in us-east-1, in US dollars, without the free tiers. DynamoDB's are those since
//! November 2024, the others were the same in 2025; look before you decide by them.

/// A million read units on demand: <https://aws.amazon.com/dynamodb/pricing/on-demand/>.
pub(super) const READS: f64 = 0.125;
/// A million write units on demand.
pub(super) const WRITES: f64 = 0.625;
/// A GB-month of the table, and another for recovery to any point in time.
pub(super) const STORED_GB: f64 = 0.25 + 0.20;
/// A million calls: <https://aws.amazon.com/lambda/pricing/>.
pub(super) const LAMBDA_REQUESTS: f64 = 0.20;
/// A GB-second of a function on arm64.
pub(super) const LAMBDA_GB_SECOND: f64 = 0.000_013_333_4;
/// A million calls of an HTTP API: <https://aws.amazon.com/api-gateway/pricing/>.
pub(super) const GATEWAY_REQUESTS: f64 = 1.00;
/// A secret a month: <https://aws.amazon.com/secrets-manager/pricing/>.
pub(super) const SECRET: f64 = 0.40;
/// An alarm a month: <https://aws.amazon.com/cloudwatch/pricing/>.
pub(super) const ALARM: f64 = 0.10;
/// A GB of logs taken in.
pub(super) const LOGGED_GB: f64 = 0.50;

// Not prices, but what they are multiplied with. Lambda bills by the millisecond.

/// Milliseconds of a call of the table, on the high side of what AWS says ("single-digit").
pub(super) const TRIP: f64 = 5.0;
/// Milliseconds of our own code and of Lambda's around it.
pub(super) const OWN_TIME: f64 = 3.0;
/// Milliseconds of hashing a password on one whole processor.
pub(super) const HASH: f64 = 60.0;
/// Bytes that a request leaves in the logs of gateway and function.
pub(super) const LOGGED: f64 = 1500.0;
/// Bytes that a write leaves in the table for good: its audit event, in the table and two indexes.
pub(super) const STORED: f64 = 2000.0;
/// Days of a month.
pub(super) const DAYS: f64 = 30.4;
