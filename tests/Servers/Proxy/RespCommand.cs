using System.Globalization;
using System.Text;

namespace TaskGen.Servers;

/// <summary>One command as a client sent it.</summary>
/// <param name="Name">In upper case: <c>EVALSHA</c>.</param>
/// <param name="Arguments">What follows the name.</param>
public sealed record RespCommand(string Name, IReadOnlyList<byte[]> Arguments)
{
    /// <summary>An argument as text; null where there are fewer.</summary>
    public string? Text(int index) => index < Arguments.Count ? Encoding.UTF8.GetString(Arguments[index]) : null;

    /// <summary>The keys that a call of a script or function declares; of other commands none.</summary>
    public IReadOnlyList<string> ScriptKeys()
    {
        var isScript = Name is "EVAL" or "EVALSHA" or "EVAL_RO" or "EVALSHA_RO" or "FCALL" or "FCALL_RO";
        return isScript && int.TryParse(Text(1), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? [.. Arguments.Skip(2).Take(count).Select(Encoding.UTF8.GetString)]
            : [];
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Name} ({Arguments.Count} arguments)";
}
