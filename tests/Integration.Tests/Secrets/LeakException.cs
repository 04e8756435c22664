namespace Integration.Tests.Secrets;

/// <summary>An exception that shows everything in every way it can.</summary>
internal sealed class LeakException(string text, Exception? inner = null) : Exception(text, inner)
{
    public override string StackTrace => $"at {Message}";

    public override string ToString() => $"Leak: {Message} {InnerException}";
}
