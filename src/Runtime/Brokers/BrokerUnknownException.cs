namespace TaskGen.Brokers;

/// <summary>The reply to an operation was lost: it may or may not have been applied. Repeating it is harmless.</summary>
internal sealed class BrokerUnknownException(string message, Exception? innerException = null) : TaskGenException(message, innerException);
