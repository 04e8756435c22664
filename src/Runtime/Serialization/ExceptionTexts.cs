namespace TaskGen.Serialization;

/// <summary>Reads the texts of exceptions, which are virtual and therefore the user's code.</summary>
internal static class ExceptionTexts
{
    /// <summary>Reads one text of an exception.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="property">Selects the text.</param>
    /// <param name="redact">Removes sensitive values from the text; null where there are none.</param>
    /// <returns>The text; null where there is none or it cannot be read.</returns>
    public static string? Read(Exception exception, Func<Exception, string?> property, Func<string, string>? redact)
    {
        try
        {
            return property(exception) is { } text ? redact?.Invoke(text) ?? text : null;
        }
        catch (Exception)
        {
            return null;
        }
    }
}
