using System.Text.Json;

namespace TaskGen.Execution;

/// <summary>
/// Represents the names of sensitive members. Case, hyphens, and underscores are ignored. Therefore, a name matches under every JSON naming
/// policy, and a value is masked in case of doubt.
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
