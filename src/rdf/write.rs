//! The graph's file: sorted N-Quads, each line once, there whole or not at all.

use std::{
    fs::{self, File},
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
};

use oxigraph::model::Quad;
use rayon::prelude::*;

use super::GraphError;

/// Writes quads as N-Quads, sorted by code point, each line once, and puts the file in place.
pub fn write(path: &Path, quads: &[Quad]) -> Result<(), GraphError> {
    let lines = lines(quads);
    in_place(path, |out| lines.iter().try_for_each(|line| writeln!(out, "{line}")))
}

/// Returns the lines of the graph's file, without their line feeds.
pub fn lines(quads: &[Quad]) -> Vec<String> {
    let mut lines: Vec<String> = quads.par_iter().map(|quad| format!("{quad} .")).collect();
    lines.par_sort_unstable();
    lines.dedup();
    lines
}

/// Writes a file beside its place and moves it there when it is whole and on the disk, so that
/// the place has the old file or the new one, whatever moment the process dies at.
pub fn in_place(
    path: &Path,
    content: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), GraphError> {
    let failed = |source| GraphError::Write { path: path.to_owned(), source };
    // A link stays a link: what it points to is replaced.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = match target.parent() {
        Some(folder) if folder != Path::new("") => folder.to_owned(),
        _ => PathBuf::from("."),
    };
    let mut name = target.file_name().unwrap_or_default().to_owned();
    name.push(".");
    let mut builder = tempfile::Builder::new();
    builder.prefix(&name).suffix(".part");
    readable_by_all(&mut builder);
    let temporary = builder.tempfile_in(&folder).map_err(failed)?;
    let mut out = BufWriter::with_capacity(1 << 16, temporary);
    content(&mut out).map_err(failed)?;
    let temporary = out.into_inner().map_err(|error| failed(error.into_error()))?;
    temporary.as_file().sync_all().map_err(failed)?;
    temporary.persist(&target).map_err(|error| failed(error.error))?;
    sync_folder(&folder).map_err(failed)
}

/// A temporary file is private by default; this one becomes a user's own file.
#[cfg(unix)]
fn readable_by_all(builder: &mut tempfile::Builder<'_, '_>) {
    use std::os::unix::fs::PermissionsExt;
    builder.permissions(fs::Permissions::from_mode(0o666));
}

#[cfg(not(unix))]
fn readable_by_all(_: &mut tempfile::Builder<'_, '_>) {}

/// Makes the move itself last; only Unix opens folders as files.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_writer_that_fails_leaves_the_old_file_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("graph.nq");
        fs::write(&path, "old").unwrap();
        let result = in_place(&path, |out| {
            out.write_all(&vec![b'x'; 100_000])?;
            Err(io::Error::other("power cut"))
        });
        assert!(result.unwrap_err().to_string().contains("graph.nq"));
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn the_old_file_stays_until_the_new_one_is_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("graph.nq");
        fs::write(&path, "old").unwrap();
        in_place(&path, |out| {
            out.write_all(&vec![b'x'; 100_000])?;
            assert_eq!(fs::read_to_string(&path)?, "old");
            Ok(())
        })
        .unwrap();
        assert_eq!(fs::read(&path).unwrap().len(), 100_000);
    }

    #[test]
    fn a_folder_that_is_not_there_is_an_error_with_the_path() {
        let message = write(Path::new("/no/such/graph.nq"), &[]).unwrap_err().to_string();
        assert_eq!(message, "cannot write /no/such/graph.nq");
    }

    #[cfg(unix)]
    #[test]
    fn the_file_is_the_users_own_and_a_link_stays_one() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let (path, link) = (folder.path().join("real.nq"), folder.path().join("graph.nq"));
        fs::write(&path, "old").unwrap();
        symlink(&path, &link).unwrap();
        in_place(&link, |out| out.write_all(b"new")).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o400, 0o400);
    }
}
