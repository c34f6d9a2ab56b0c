//! Why a read or a change did not happen, in the domain's words.

use aws_sdk_dynamodb::error::{BuildError, DisplayErrorContext, SdkError};
use backoffice_domain::access::Definition;
use backoffice_domain::{Customer, CustomerId, User};

use crate::StoredAnswer;
use crate::customers::OwnedCustomer;

/// The user as they are, where a change was based on an older version.
#[derive(Clone, Debug)]
pub struct Conflict {
    /// The user now.
    pub current: User,
}

/// Why nothing was changed, or nothing could be read.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Whoever asked is no longer active, of the same epoch and in the same groups.
    #[error("the acting user has changed")]
    ActorChanged,
    /// The target was changed meanwhile.
    #[error("the user was changed meanwhile")]
    UserChanged(Box<Conflict>),
    /// The customer was changed meanwhile.
    #[error("the customer was changed meanwhile")]
    CustomerChanged(Box<Customer>),
    /// The target is deleted: nothing but restoring it is possible.
    #[error("the user is deleted")]
    UserDeleted,
    /// Nobody has this id.
    #[error("no such user")]
    UserMissing,
    /// The e-mail belongs to a user, perhaps a deleted one.
    #[error("the e-mail belongs to a user")]
    EmailTaken(backoffice_domain::UserId),
    /// The credential that was read has been replaced meanwhile.
    #[error("the credential was changed meanwhile")]
    CredentialChanged,
    /// The session has ended.
    #[error("no such session")]
    SessionMissing,
    /// There would be no active administrator left.
    #[error("the last active administrator")]
    LastAdministrator,
    /// There are administrators already: the first one cannot be made again.
    #[error("there is an administrator already")]
    AdministratorExists,
    /// A group does not exist; its position in the list of groups asked for.
    #[error("no such group")]
    GroupMissing(usize),
    /// The group or role was changed meanwhile.
    #[error("the group or role was changed meanwhile")]
    DefinitionChanged(Box<Definition>),
    /// The group or role does not exist.
    #[error("no such group or role")]
    DefinitionMissing,
    /// Another group or role was changed meanwhile, so the policy is another one.
    #[error("the policy was changed meanwhile")]
    PolicyChanged,
    /// The policy would be larger than what one read unit brings.
    #[error("no room for more groups")]
    PolicyFull,
    /// The group has so many members.
    #[error("the group has {0} members")]
    GroupNotEmpty(u64),
    /// A customer does not exist.
    #[error("no such customer")]
    CustomerMissing(CustomerId),
    /// Customers belong to other users: all of them, with their owners.
    #[error("customers belong to others")]
    CustomersTaken(Vec<OwnedCustomer>),
    /// Customers of too many deleted users for one transaction; `max` customers always fit.
    #[error("customers of too many deleted users")]
    TooManyTakeovers {
        /// How many customers fit, whoever had them.
        max: usize,
    },
    /// The same request was answered before; the answer given then.
    #[error("answered before")]
    Repeated(Box<StoredAnswer>),
    /// The idempotency key was used for another request.
    #[error("the idempotency key was used for another request")]
    KeyReused,
    /// Others changed the same items all along.
    #[error("others changed the same items all along")]
    Contended,
    /// The store is throttled, down or unreachable.
    #[error("the store is unavailable: {0}")]
    Unavailable(String),
    /// An item that is not as this code writes it, or a request DynamoDB does not take.
    #[error("a fault of the store's code or data: {0}")]
    Fault(String),
}

impl<E> From<SdkError<E>> for Error
where
    E: std::error::Error + aws_sdk_dynamodb::error::ProvideErrorMetadata + Send + Sync + 'static,
{
    fn from(error: SdkError<E>) -> Self {
        let throttled = error.as_service_error().and_then(|service| service.meta().code()).is_some_and(|code| {
            matches!(
                code,
                "ProvisionedThroughputExceededException"
                    | "ThrottlingException"
                    | "RequestLimitExceeded"
                    | "LimitExceededException"
            )
        });
        let refused = error.raw_response().is_some_and(|response| response.status().is_client_error());
        let text = DisplayErrorContext(&error).to_string();
        if refused && !throttled { Self::Fault(text) } else { Self::Unavailable(text) }
    }
}

impl From<BuildError> for Error {
    fn from(error: BuildError) -> Self {
        Self::Fault(error.to_string())
    }
}

impl From<serde_dynamo::Error> for Error {
    fn from(error: serde_dynamo::Error) -> Self {
        Self::Fault(error.to_string())
    }
}
