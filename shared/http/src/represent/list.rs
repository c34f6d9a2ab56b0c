//! What every list says beside its items.

use backoffice_store::Page;
use serde::Serialize;
use utoipa::ToSchema;

use crate::Cursors;

/// A page's place in its list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = Page)]
#[serde(rename_all = "camelCase")]
pub struct PageBody {
    /// Cursor of the next page, if there may be one.
    #[schema(required)]
    pub next: Option<String>,
    /// Cursor of the page before, if there may be one.
    #[schema(required)]
    pub previous: Option<String>,
    /// How many there are in all, if that is known: exactly, or as last counted.
    #[schema(required)]
    pub total: Option<u64>,
    /// Whether `total` is exact rather than the last count.
    pub total_exact: bool,
    /// Whether the page is as long as it should be; if not, `next` goes on looking.
    pub complete: bool,
}

impl PageBody {
    /// The place of `page`; its cursors are sealed by `cursors`.
    pub fn new<T>(page: &Page<T>, cursors: &Cursors<'_>) -> Self {
        Self {
            next: page.next.as_ref().map(|position| cursors.seal(position)),
            previous: page.previous.as_ref().map(|position| cursors.seal(position)),
            total: page.total.or(page.about),
            total_exact: page.total.is_some(),
            complete: page.complete,
        }
    }
}
