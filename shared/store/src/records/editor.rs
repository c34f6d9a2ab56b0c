//! Whoever changed something, in the item that they changed.

use backoffice_domain::{Editor, UserId};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct EditorRecord {
    id: UserId,
    name: String,
}

impl From<Editor> for EditorRecord {
    fn from(Editor { id, name }: Editor) -> Self {
        Self { id, name }
    }
}

impl From<EditorRecord> for Editor {
    fn from(EditorRecord { id, name }: EditorRecord) -> Self {
        Self { id, name }
    }
}
