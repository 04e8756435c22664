namespace TaskGen.Brokers;

/// <summary>
/// The exception that is thrown when the reply to a broker operation was lost. The operation may or may not have been applied. The caller
/// can repeat it unchanged without a second effect.
/// </summary>
internal sealed class BrokerUnknownException(string message, Exception? innerException = null) : TaskGenException(message, innerException);
