namespace TaskGen.Serialization;

/// <summary>Reads the texts of exceptions. The properties are virtual, so they can run code of the application, which can throw.</summary>
internal static class ExceptionTexts
{
    /// <summary>Reads one text of an exception.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="property">Selects the text.</param>
    /// <param name="redact">Removes sensitive values from the text; null if there are none.</param>
    /// <returns>The text; null if there is none or it cannot be read.</returns>
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
