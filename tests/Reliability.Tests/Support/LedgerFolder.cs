using Reliability.Worker;

namespace Reliability.Tests;

/// <summary>Reads the ledgers of all processes while they are written.</summary>
internal sealed class LedgerFolder : IDisposable
{
    private const int BufferRecords = 1000;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("taskgen-ledgers-");
    private readonly Dictionary<string, long> _read = new(StringComparer.Ordinal);
    private readonly List<LedgerRecord> _records = [];
    private readonly byte[] _buffer = new byte[BufferRecords * LedgerRecord.Size];

    /// <summary>A path for something else that is shared between processes.</summary>
    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>The path of a new process's ledger.</summary>
    public string NewLedger()
    {
        var path = PathOf($"{_read.Count}.ledger");
        _read.Add(path, 0);
        return path;
    }

    /// <summary>Everything so far, in the order of each process.</summary>
    public IReadOnlyList<LedgerRecord> Read()
    {
        foreach (var path in _read.Keys.Where(File.Exists).ToList())
        {
            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            int length;
            do
            {
                length = RandomAccess.Read(file, _buffer, _read[path]) / LedgerRecord.Size * LedgerRecord.Size;
                for (var at = 0; at < length; at += LedgerRecord.Size)
                {
                    _records.Add(LedgerRecord.Read(_buffer.AsSpan(at)));
                }

                _read[path] += length;
            }
            while (length == _buffer.Length);
        }

        return _records;
    }

    /// <summary>All records of one kind so far.</summary>
    public IReadOnlyList<LedgerRecord> Read(LedgerEvent what) => [.. Read().Where(record => record.Event == what)];

    public void Dispose() => _folder.Delete(recursive: true);
}
