namespace TaskGen.Servers;

/// <summary>
/// A program is missing, or it did not start or did not do what it was started for. The message carries the end of its output.
/// </summary>
public sealed class ServerException : Exception
{
    /// <summary>Says what is wrong.</summary>
    public ServerException(string message)
        : base(message)
    {
    }

    /// <summary>Says what is wrong, and from what it follows.</summary>
    public ServerException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
