// A file by its path.
using System.IO;

public sealed class ImageTasks
{
    [Task(Name = "images.resize")]
    public async Task<string> Resize(string path, int width, CancellationToken cancellationToken)
    {
        var bytes = await File.ReadAllBytesAsync(path, cancellationToken);
        return $"{bytes.Length}x{width}";
    }
}
