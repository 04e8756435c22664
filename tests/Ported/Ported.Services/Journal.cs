using System.Collections.Concurrent;

namespace Ported.Services;

public sealed class Journal : IJournal
{
    private readonly ConcurrentDictionary<string, bool> _lines = new(StringComparer.Ordinal);

    public void Add(string line) => _lines[line] = true;

    public bool Contains(string line) => _lines.ContainsKey(line);
}
