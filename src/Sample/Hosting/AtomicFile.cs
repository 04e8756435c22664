namespace TaskGen.Sample;

/// <summary>Writes files atomically: a file either exists completely or does not exist.</summary>
internal static class AtomicFile
{
    /// <summary>Writes a file under a temporary name and renames it, which replaces an existing file in one step.</summary>
    /// <param name="path">The path of the file. Its folder is created if it does not exist.</param>
    /// <param name="write">A function that writes the content.</param>
    /// <returns>A task that completes when the file exists.</returns>
    public static async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);

        // The name is unique, because an abandoned execution (its method is still running after the time limit) might still write its file.
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
