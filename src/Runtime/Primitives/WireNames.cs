using System.Buffers;
using System.Globalization;
using System.Text;

namespace TaskGen.Primitives;

/// <summary>
/// Checks the names of queues, tasks, namespaces, resources, conditions, and headers. They all follow one rule, so that a name in a Redis
/// key cannot contain a separator.
/// </summary>
internal static class WireNames
{
    public const int MaxLength = 200;

    private const int ShownLength = 60;

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-");

    public static bool IsValid(ReadOnlySpan<char> name) =>
        name.Length is > 0 and <= MaxLength && name.IndexOfAnyExcept(Allowed) < 0;

    /// <summary>
    /// Returns the name if it is valid. Otherwise, throws an <see cref="ArgumentException"/> whose message contains the shortened and
    /// escaped name.
    /// </summary>
    public static string Check(string? name, string what, string parameter)
    {
        if (name is not null && IsValid(name))
        {
            return name;
        }

        throw new ArgumentException(
            $"'{Show(name)}' is not a valid {what} name. Use 1 to {MaxLength} characters from A-Z, a-z, 0-9, '.', '_', and '-'.",
            parameter);
    }

    /// <summary>
    /// Returns a string that is safe to print: the first 60 characters, with all characters except printable ASCII escaped.
    /// </summary>
    public static string Show(ReadOnlySpan<char> text)
    {
        var shown = new StringBuilder();
        foreach (var character in text.Length > ShownLength ? text[..ShownLength] : text)
        {
            if (character is >= ' ' and <= '~')
            {
                shown.Append(character);
            }
            else
            {
                shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
            }
        }

        if (text.Length > ShownLength)
        {
            shown.Append(CultureInfo.InvariantCulture, $"... ({text.Length} characters)");
        }

        return shown.ToString();
    }
}
