using System.Diagnostics;
using Microsoft.Win32.SafeHandles;
using TaskGen;

namespace Reliability.Worker;

/// <summary>
/// The file to which a process writes what its tasks do, unbuffered: when the process is killed, nothing that was written is lost. Nothing
/// that a test checks is kept in the broker under test.
/// </summary>
public sealed class LedgerFile(string path) : IDisposable
{
    private readonly SafeFileHandle _file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite);
    private readonly Lock _lock = new();
    private long _length;

    /// <summary>Writes a record of an execution.</summary>
    public void Write(LedgerEvent what, TaskContext context, int number = 0)
    {
        ArgumentNullException.ThrowIfNull(context);
        Span<byte> bytes = stackalloc byte[LedgerRecord.Size];

        // One after the other, so that a kill leaves no hole.
        lock (_lock)
        {
            new LedgerRecord(
                what, context.StopReason, context.Attempt, Environment.ProcessId, Stopwatch.GetTimestamp(), context.Id.Value, number)
                .Write(bytes);
            RandomAccess.Write(_file, bytes, _length);
            _length += LedgerRecord.Size;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
