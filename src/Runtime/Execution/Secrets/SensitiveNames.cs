using System.Text.Json;

namespace TaskGen.Execution;

/// <summary>
/// The names of sensitive members. Letter case, dashes and underscores are ignored. Therefore, a name matches under every naming policy,
/// and a doubtful name is masked.
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
