using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Broker.Conformance;

/// <summary>What <c>docs/redis-keys.md</c> says.</summary>
internal sealed partial class RedisKeysDocument
{
    private RedisKeysDocument(string text)
    {
        Rows =
        [
            .. text.Split('\n')
                .Where(static line => line.StartsWith("| `", StringComparison.Ordinal))
                .Select(static line => line.Split('|', StringSplitOptions.TrimEntries))
                .Select(static cells => new RedisKeysRow(Code(cells[1]).Single(), [.. Code(cells[2])], cells[3], [.. Code(cells[5])])),
        ];
        var rights = RightsBlock().Match(text);
        Assert.True(rights.Success, "The rights are gone from the document.");
        UserRules = rights.Groups[1].Value.Replace("\\\n", " ", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal).Trim();
    }

    /// <summary>The rows of both tables.</summary>
    public IReadOnlyList<RedisKeysRow> Rows { get; }

    /// <summary>The user of the section on rights, as <c>ACL SETUSER</c> takes it.</summary>
    public string UserRules { get; }

    public static RedisKeysDocument Read([CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here)!;
        while (!File.Exists(Path.Combine(folder, "TaskGen.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return new RedisKeysDocument(File.ReadAllText(Path.Combine(folder, "docs", "redis-keys.md")).ReplaceLineEndings("\n"));
    }

    /// <summary>The row that a key or channel belongs to, by what follows the prefix of its queue; null: none.</summary>
    public RedisKeysRow? Find(string suffix) => Rows.SingleOrDefault(row =>
        row.IsFamily ? suffix.StartsWith(row.Suffix, StringComparison.Ordinal) : suffix == row.Suffix);

    private static IEnumerable<string> Code(string cell) => CodeSpan().Matches(cell).Select(static match => match.Groups[1].Value);

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex CodeSpan();

    [GeneratedRegex("<!-- acl -->\n```\nredis-cli ACL SETUSER (.+?)```", RegexOptions.Singleline)]
    private static partial Regex RightsBlock();
}
