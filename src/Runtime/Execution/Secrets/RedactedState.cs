using System.Collections;
using System.Globalization;

namespace TaskGen.Execution;

/// <summary>
/// Represents the state of a log entry or log scope without sensitive values. Names and simple values are unchanged unless they contain a
/// sensitive value. Other objects are replaced with their redacted string form.
/// </summary>
internal sealed class RedactedState : IReadOnlyList<KeyValuePair<string, object?>>
{
    private readonly List<KeyValuePair<string, object?>> _values = [];
    private readonly string _text;

    public RedactedState(object? state, string text, Func<string, string> redact)
    {
        _text = text;
        if (state is IEnumerable<KeyValuePair<string, object?>> values)
        {
            foreach (var (name, value) in values)
            {
                _values.Add(new KeyValuePair<string, object?>(redact(name), Redact(value, redact)));
            }
        }
    }

    public int Count => _values.Count;

    public KeyValuePair<string, object?> this[int index] => _values[index];

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => _text;

    // A logging provider might log the members of an object, so only simple values are passed on unchanged.
    private static object? Redact(object? value, Func<string, string> redact)
    {
        switch (value)
        {
            case null or bool:
                return value;
            case string text:
                return redact(text);
            case IFormattable single when IsOneValue(single.GetType()):
                var shown = single.ToString(null, CultureInfo.InvariantCulture);
                var redacted = redact(shown);
                return redacted == shown ? single : redacted;
            case IEnumerable elements:
                return string.Join(", ", elements.Cast<object?>().Select(element => Redact(element, redact)));
            default:
                return redact(value.ToString() ?? "");
        }
    }

    private static bool IsOneValue(Type type) => type.IsValueType && (type.IsEnum || type.Namespace == nameof(System));
}
