using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using StackExchange.Redis;

namespace TaskGen.Brokers.Redis;

/// <summary>
/// Represents a Lua script that performs one atomic step of the broker. The header of the script file lists the inputs. Each name after
/// <c>-- KEYS:</c> and <c>-- ARGV:</c> becomes a local variable. The name <c>...</c> stands for a variable number of further arguments; the
/// local variable <c>first</c> contains the index of the first one. The files of the <c>lib</c> folder that are listed after <c>--
/// USES:</c> are inserted before the script. If a list continues on the next line, that line starts with <c>--</c> and three spaces.
/// </summary>
internal sealed partial class BrokerScript
{
    private const string Rest = "...";
    private const string Comment = "--";

    public BrokerScript(BrokerStep step, string source, string publish, Func<string, string> library)
    {
        Name = step.Script;
        KeyNames = Words(source, "KEYS");
        Arguments = Words(source, "ARGV");
        var text = new StringBuilder();
        text.Append("#!lua").Append(step.Flags).Append('\n');
        text.Append("local PUBLISH = '").Append(publish).Append("'\n");
        Declare(text, KeyNames.Select(static key => key.TrimEnd('*')), "KEYS");
        Declare(text, Arguments.Where(static argument => argument != Rest), "ARGV");
        if (Arguments.Contains(Rest))
        {
            text.Append("local first = ").Append(Arguments.Count).Append('\n');
        }

        foreach (var used in Libraries(source, library))
        {
            text.Append(library(used)).Append('\n');
        }

        Text = text.Append(source).ToString();
        Hash = HashOf(Text);
    }

    public string Name { get; }

    public string Text { get; }

    public byte[] Hash { get; }

    public IReadOnlyList<string> KeyNames { get; }

    public IReadOnlyList<string> Arguments { get; }

    /// <summary>Returns the Redis keys to pass to the script, in the order of its header.</summary>
    public RedisKey[] Keys(QueueKeys keys, Guid one = default) => [.. KeyNames.Select(name => keys.Resolve(name, one))];

    /// <summary>
    /// Returns the library files that a script uses, directly or indirectly. Each file is returned once, after the files that it uses.
    /// </summary>
    private static List<string> Libraries(string source, Func<string, string> library)
    {
        var found = new List<string>();
        Add(source);
        return found;

        void Add(string text)
        {
            foreach (var used in Words(text, "USES").Where(used => !found.Contains(used)))
            {
                Add(library(used));
                found.Add(used);
            }
        }
    }

    [SuppressMessage("Security", "CA5350", Justification = "Redis identifies scripts by their SHA-1 hash; it is not used for security.")]
    private static byte[] HashOf(string text) => SHA1.HashData(Encoding.UTF8.GetBytes(text));

    private static List<string> Words(string source, string what)
    {
        var part = HeaderPart().Matches(source).FirstOrDefault(match => match.Groups[1].Value == what);
        return part is null
            ? []
            : [.. part.Groups[2].Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(static word => word != Comment)];
    }

    private static void Declare(StringBuilder text, IEnumerable<string> names, string table)
    {
        var number = 0;
        foreach (var name in names)
        {
            text.Append("local ").Append(name).Append(" = ").Append(table).Append('[').Append(++number).Append("]\n");
        }
    }

    // A list in the header continues on lines that begin with "--" and three spaces.
    [GeneratedRegex("^-- ([A-Z]+): (.*(?:\n--   .*)*)$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex HeaderPart();
}
