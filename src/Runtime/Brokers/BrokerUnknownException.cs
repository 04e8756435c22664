namespace TaskGen.Brokers;

/// <summary>
/// The exception that is thrown when the reply to a broker operation was lost. It is unknown whether the operation was applied. The caller
/// can repeat the same call, and the operation is still applied at most once.
/// </summary>
internal sealed class BrokerUnknownException(string message, Exception? innerException = null) : TaskGenException(message, innerException);
