using Microsoft.Extensions.Logging;

namespace Integration.Tests;

/// <summary>One line of a log.</summary>
internal sealed record LogLine(LogLevel Level, int Event, string Category, string Text, Exception? Exception)
{
    public override string ToString() => $"{Level} {Category}[{Event}] {Text} {Exception?.GetType().Name} {Exception?.Message}";
}
