using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using TaskGen.Serialization;

namespace TaskGen.Execution;

/// <summary>
/// Determines the forms in which a sensitive value is likely to appear in output: as it is serialized, and as .NET formats it.
/// </summary>
internal static class SecretForms
{
    // A single line of a multi-line value, such as a key or an address, can appear in output. A line that is shorter than this could be an
    // ordinary word.
    private const int LeastLine = 8;

    // The length of a date without a time in JSON.
    private const int DateLength = 10;

    /// <param name="value">A JSON string or number.</param>
    /// <param name="forms">The set to which the strings are added.</param>
    /// <exception cref="InvalidOperationException">The string is not valid Unicode.</exception>
    public static void Add(JsonElement value, ISet<string> forms)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            AddText(value, value.GetString()!, forms);
        }
        else
        {
            AddNumber(value, forms);
        }
    }

    private static void AddText(JsonElement value, string text, ISet<string> forms)
    {
        forms.Add(text);
        forms.Add(text.Trim());
        forms.Add(JsonEncodedText.Encode(text).Value);
        forms.Add(JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value);
        forms.Add(JsonEncodedText.Encode(text, WireEncoder.Instance).Value);
        forms.Add(Uri.EscapeDataString(text));
        if (text.Contains('\n', StringComparison.Ordinal))
        {
            foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries))
            {
                if (line.Length >= LeastLine)
                {
                    forms.Add(line);
                }
            }
        }

        if (value.TryGetGuid(out var guid))
        {
            forms.Add(guid.ToString("N"));
        }
        else if (value.TryGetDateTime(out var time))
        {
            forms.Add(text[..Math.Min(DateLength, text.Length)]);
            AddTime(time, forms);
            if (value.TryGetDateTimeOffset(out var offset))
            {
                AddTime(offset, forms);
            }
        }
    }

    private static void AddTime(IFormattable time, ISet<string> forms)
    {
        foreach (var culture in (CultureInfo[])[CultureInfo.InvariantCulture, CultureInfo.CurrentCulture])
        {
            forms.Add(time.ToString(null, culture));
            forms.Add(time.ToString("d", culture));
            forms.Add(time.ToString("D", culture));
        }
    }

    private static void AddNumber(JsonElement value, ISet<string> forms)
    {
        forms.Add(value.GetRawText());
        if (value.TryGetDecimal(out var exact))
        {
            forms.Add(exact.ToString(CultureInfo.InvariantCulture));
            forms.Add(exact.ToString(CultureInfo.CurrentCulture));
            forms.Add(exact.ToString("N0", CultureInfo.InvariantCulture));
            forms.Add(exact.ToString("N2", CultureInfo.InvariantCulture));
            forms.Add(exact.ToString("N0", CultureInfo.CurrentCulture));
            forms.Add(exact.ToString("N2", CultureInfo.CurrentCulture));
        }

        if (value.TryGetDouble(out var real))
        {
            forms.Add(real.ToString(CultureInfo.InvariantCulture));
            forms.Add(real.ToString(CultureInfo.CurrentCulture));
        }
    }
}
