// Built and disposed for each execution.
using System.IO;

public sealed class FileTasks : IAsyncDisposable
{
    private readonly MemoryStream _buffer = new();

    [Task(Name = "files.write")]
    public async Task<long> Write(string text, CancellationToken cancellationToken)
    {
        await _buffer.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text), cancellationToken);
        return _buffer.Length;
    }

    public ValueTask DisposeAsync() => _buffer.DisposeAsync();
}
