//! Keys of the local stack: made at random, kept below `.local/`, readable by their owner only.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};
use base64ct::{Base64UrlUnpadded, Encoding};

/// What functions and gateway share.
#[derive(Clone, Debug)]
pub(crate) struct Secrets {
    /// The functions' `KEYS`.
    pub(crate) keys: String,
    /// What the gateway, in CloudFront's place, says to be believed.
    pub(crate) origin: String,
}

impl Secrets {
    /// Reads the secrets of a folder, making those that are missing.
    pub(crate) fn of(folder: &Path) -> Result<Self> {
        Ok(Self { keys: kept(&folder.join("keys"))?, origin: kept(&folder.join("origin-secret"))? })
    }
}

fn kept(path: &Path) -> Result<String> {
    if let Ok(text) = std::fs::read_to_string(path) {
        return Ok(text.trim().to_owned());
    }
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).context("no random bytes")?;
    let secret = Base64UrlUnpadded::encode_string(&bytes);
    write(path, &secret)?;
    Ok(secret)
}

/// Writes a file that only its owner may read.
pub(crate) fn write(path: &Path, text: &str) -> Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let mut options = OpenOptions::new();
    options.create(true).write(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path).with_context(|| format!("writing {}", path.display()))?;
    file.write_all(text.as_bytes())?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_made_once_and_only_their_owner_may_read_them() {
        let folder = std::env::temp_dir().join(format!("xtask-secrets-{}", std::process::id()));

        let first = Secrets::of(&folder).expect("secrets");
        let second = Secrets::of(&folder).expect("secrets");

        assert_eq!(first.keys, second.keys);
        assert_ne!(first.keys, first.origin);
        assert_eq!(Base64UrlUnpadded::decode_vec(&first.keys).expect("base64url").len(), 32);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = std::fs::metadata(folder.join("keys")).expect("a file").permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
        std::fs::remove_dir_all(folder).expect("removed");
    }
}
