namespace TaskGen.Serialization;

/// <summary>
/// Reads the message, stack trace, and string form of exceptions. These members are virtual, so they can run application code, which can
/// throw an exception.
/// </summary>
internal static class ExceptionTexts
{
    /// <summary>Reads one string from an exception.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="property">A function that returns the string, such as the message.</param>
    /// <param name="redact">A function that removes sensitive values from the string; null if there are none.</param>
    /// <returns>The string; null if there is none or if it cannot be read.</returns>
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
