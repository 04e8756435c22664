namespace TaskGen.Sample;

/// <summary>Writes files atomically: a file exists completely or not at all.</summary>
internal static class AtomicFile
{
    /// <summary>Writes a file under a temporary name and renames it, which replaces an existing file in one step.</summary>
    /// <param name="path">The path of the file. Its folder is created if it does not exist.</param>
    /// <param name="write">Writes the content.</param>
    /// <returns>A task that completes when the file exists.</returns>
    public static async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);

        // A unique name, because an abandoned execution may still write its file.
        var temporary = $"{path}.{Path.GetRandomFileName()}.tmp";
        try
        {
            await using (var stream = File.Create(temporary))
            {
                await write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
