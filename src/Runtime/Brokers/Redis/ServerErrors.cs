using StackExchange.Redis;

namespace TaskGen.Brokers.Redis;

/// <summary>Determines from an error whether a broker step had no effect or has an unknown outcome.</summary>
internal static class ServerErrors
{
    /// <summary>Creates the exception that the caller of the broker receives.</summary>
    /// <param name="step">The verb phrase that describes the step and ends before the name, such as "enqueue tasks in queue".</param>
    /// <param name="name">The name of the queue or of the resource.</param>
    /// <param name="exception">The error of the Redis client or server.</param>
    public static TaskGenException Translate(string step, string name, Exception exception) => exception switch
    {
        RedisServerException server when WasRefused(server.Kind) && !CameFromWithin(server) =>
            new TaskBrokerException(Describe(step, name, server), exception),
        RedisConnectionException { CommandStatus: CommandStatus.WaitingToBeSent or CommandStatus.WaitingInBacklog } =>
            NotSent(step, name, exception),
        RedisTimeoutException { Commandstatus: CommandStatus.WaitingToBeSent or CommandStatus.WaitingInBacklog } =>
            NotSent(step, name, exception),
        RedisConnectionException { FailureType: ConnectionFailureType.UnableToConnect or ConnectionFailureType.AuthenticationFailure } =>
            NotSent(step, name, exception),
        RedisCommandException =>
            new TaskBrokerException($"The command to {step} '{name}' could not be sent to Redis: {exception.Message}", exception),
        ObjectDisposedException =>
            new TaskBrokerException($"Cannot {step} '{name}', because the connection to Redis is closed.", exception),
        _ => new BrokerUnknownException(
            $"It is not known whether the request to {step} '{name}' was applied: {exception.Message}", exception),
    };

    public static bool IsConnectionError(Exception exception) =>
        exception is RedisException or RedisCommandException or TimeoutException or ObjectDisposedException;

    // The errors with which the server refuses a command before running it. Errors within a script are excluded, because the changes that
    // the script made before the error remain.
    private static bool WasRefused(RedisErrorKind kind) => kind is
        RedisErrorKind.OutOfMemory or RedisErrorKind.Loading or RedisErrorKind.ReadOnly or RedisErrorKind.ClusterDown
        or RedisErrorKind.MasterDown
        or RedisErrorKind.TryAgain or RedisErrorKind.NoReplicas or RedisErrorKind.Misconfigured or RedisErrorKind.Busy
        or RedisErrorKind.MaxClients
        or RedisErrorKind.Moved or RedisErrorKind.Ask or RedisErrorKind.CrossSlot or RedisErrorKind.NoAuth or RedisErrorKind.WrongPass
        or RedisErrorKind.NoPermission or RedisErrorKind.NotPermitted or RedisErrorKind.UnknownCommand or RedisErrorKind.NoScript
        or RedisErrorKind.UnknownRedirectTarget;

    // If an error occurs within a script, the Redis message contains the line number. Commands before that line might already have changed
    // data.
    private static bool CameFromWithin(RedisServerException exception) =>
        exception.Message.Contains(", on @user_script:", StringComparison.Ordinal);

    private static string Describe(string step, string name, RedisServerException exception) => exception.Kind switch
    {
        RedisErrorKind.OutOfMemory =>
            $"Redis is full (maxmemory) and refused to {step} '{name}'. Tasks that are already enqueued still run. "
            + "Add memory, or wait until workers have run the waiting tasks.",
        RedisErrorKind.NoPermission or RedisErrorKind.NoAuth or RedisErrorKind.WrongPass =>
            $"The Redis user is not permitted to {step} '{name}'. Grant the user access to the keys, channels, and commands "
            + $"that docs/redis-keys.md lists. {exception.Message}",
        RedisErrorKind.Misconfigured => $"Redis cannot write to disk and refused to {step} '{name}': {exception.Message}",
        _ => $"Redis refused to {step} '{name}': {exception.Message}",
    };

    private static TaskBrokerException NotSent(string step, string name, Exception exception) =>
        new($"Redis could not be reached to {step} '{name}', so nothing was changed. {exception.Message}", exception);
}
