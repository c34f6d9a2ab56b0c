//! One program at a time in a folder of `.local/`.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Seek, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

/// Held as long as the value lives; the system lets go of it when the process dies.
#[derive(Debug)]
pub(crate) struct Lock {
    _file: File,
}

impl Lock {
    /// Takes the lock of a folder, or says who holds it.
    pub(crate) fn take(folder: &Path, purpose: &str) -> Result<Self> {
        let mut file = open(folder)?;
        match file.try_lock() {
            Ok(()) => {
                sign(&mut file)?;
                Ok(Self { _file: file })
            }
            Err(TryLockError::WouldBlock) => {
                let holder = std::fs::read_to_string(folder.join("lock")).unwrap_or_default();
                bail!("{purpose} already runs (process {}). End it first, or wait for it.", holder.trim())
            }
            Err(TryLockError::Error(error)) => Err(error).context("locking"),
        }
    }

    /// Takes the lock of the first folder of a row (`1`, `2`, …) that nobody else uses; answers it with the folder.
    pub(crate) fn take_free(parent: &Path) -> Result<(Self, PathBuf)> {
        for number in 1.. {
            let folder = parent.join(number.to_string());
            let mut file = open(&folder)?;
            match file.try_lock() {
                Ok(()) => {
                    sign(&mut file)?;
                    return Ok((Self { _file: file }, folder));
                }
                Err(TryLockError::WouldBlock) => {}
                Err(TryLockError::Error(error)) => return Err(error).context("locking"),
            }
        }
        bail!("every folder below {} is in use", parent.display())
    }

    /// Takes the lock of a folder, waiting for whoever holds it.
    pub(crate) fn wait(folder: &Path) -> Result<Self> {
        let mut file = open(folder)?;
        file.lock().context("locking")?;
        sign(&mut file)?;
        Ok(Self { _file: file })
    }
}

fn open(folder: &Path) -> Result<File> {
    std::fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    let path = folder.join("lock");
    OpenOptions::new()
        .create(true)
        .truncate(false)
        .read(true)
        .write(true)
        .open(&path)
        .with_context(|| format!("opening {}", path.display()))
}

fn sign(file: &mut File) -> Result<()> {
    file.set_len(0)?;
    file.rewind()?;
    writeln!(file, "{}", std::process::id())?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_comes_second_gets_a_folder_of_their_own() {
        let parent = std::env::temp_dir().join(format!("xtask-locks-{}", std::process::id()));

        let (_first, one) = Lock::take_free(&parent).expect("a folder");
        let (second, two) = Lock::take_free(&parent).expect("a folder");
        drop(second);
        let (_third, again) = Lock::take_free(&parent).expect("a folder");

        assert_eq!([one, two, again], [parent.join("1"), parent.join("2"), parent.join("2")]);
        std::fs::remove_dir_all(parent).expect("removed");
    }

    #[test]
    fn a_lock_is_held_once_and_let_go() {
        let folder = std::env::temp_dir().join(format!("xtask-lock-{}", std::process::id()));

        let first = Lock::take(&folder, "A test").expect("the lock");
        let refusal = Lock::take(&folder, "A test").expect_err("held");
        assert!(refusal.to_string().contains(&std::process::id().to_string()));
        drop(first);
        Lock::take(&folder, "A test").expect("free again");

        std::fs::remove_dir_all(folder).expect("removed");
    }
}
