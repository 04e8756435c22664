using System.Text.Json;

namespace TaskGen.Execution;

/// <summary>
/// Names of members that are sensitive, by whatever rule they were written: letter case, dashes and underscores do not count, so that every
/// naming policy is covered and a doubtful name is masked rather than shown.
/// </summary>
internal sealed class SensitiveNames
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public SensitiveNames(IReadOnlyList<string> members, JsonSerializerOptions options)
    {
        foreach (var member in members)
        {
            _names.Add(Plain(member));
            _names.Add(Plain(options.PropertyNamingPolicy?.ConvertName(member) ?? member));
        }
    }

    public bool Contains(string name) => _names.Contains(Plain(name));

    private static string Plain(string name) =>
        string.Concat(name.Where(static character => character is not ('_' or '-'))).ToUpperInvariant();
}
