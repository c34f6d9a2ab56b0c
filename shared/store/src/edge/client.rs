//! Connecting to the table.

use std::sync::Arc;
use std::time::Duration;

use aws_config::retry::RetryConfig;
use aws_config::timeout::TimeoutConfig;
use aws_smithy_http_client::tls;

use super::{Cost, Store};

/// One attempt of one call: DynamoDB answers within some ten milliseconds, so a call that takes this
/// long is lost, and a Lambda function has better things to do than wait for it.
const ATTEMPT_TIMEOUT: Duration = Duration::from_secs(3);
/// One call with the SDK's retries.
const CALL_TIMEOUT: Duration = Duration::from_secs(8);
/// The longest wait before the SDK's first retry; each further one doubles it. A second, its default, is
/// for services that answer less quickly: AWS's SDKs for JavaScript and PHP begin with this at DynamoDB.
const BACKOFF: Duration = Duration::from_millis(50);

impl Store {
    /// Connects to `table` in the region and with the credentials of the environment; locally, to
    /// the endpoint of `AWS_ENDPOINT_URL_DYNAMODB`. No call is made yet.
    pub async fn connect(table: &str) -> Self {
        Self::connect_within(table, ATTEMPT_TIMEOUT, CALL_TIMEOUT).await
    }

    /// The same with other limits for one attempt of a call, and for the call with its retries: for whoever
    /// has no Lambda waiting, and a DynamoDB Local that is short of a processor.
    pub async fn connect_within(table: &str, attempt: Duration, call: Duration) -> Self {
        let http = aws_smithy_http_client::Builder::new()
            .tls_provider(tls::Provider::Rustls(tls::rustls_provider::CryptoMode::Ring))
            .build_https();
        let timeouts = TimeoutConfig::builder()
            .connect_timeout(Duration::from_secs(1))
            .operation_attempt_timeout(attempt)
            .operation_timeout(call)
            .build();
        let config = aws_config::from_env()
            .http_client(http)
            .timeout_config(timeouts)
            .retry_config(RetryConfig::standard().with_max_attempts(3).with_initial_backoff(BACKOFF))
            .load()
            .await;
        Self { client: aws_sdk_dynamodb::Client::new(&config), table: table.into(), meter: Arc::default() }
    }

    /// The same connection with a meter of its own that starts at nothing.
    #[must_use]
    pub fn metered(&self) -> Self {
        Self { meter: Arc::default(), ..self.clone() }
    }

    /// Whether a transaction was sent since [`Self::metered`], whatever became of it.
    pub(crate) fn has_decided(&self) -> bool {
        self.meter.has_decided()
    }

    /// What has been spent through this store since [`Self::metered`].
    pub fn cost(&self) -> Cost {
        self.meter.cost()
    }
}
