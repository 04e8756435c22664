using System.Net.Sockets;
using StackExchange.Redis;

namespace TaskGen.Brokers.Redis;

/// <summary>Determines from an error whether a broker step had no effect or has an unknown outcome.</summary>
internal static class ServerErrors
{
    private const int MaxDepth = 10;

    /// <summary>Creates the exception that the caller of the broker receives.</summary>
    /// <param name="servers">The addresses of the servers, such as <c>localhost:6379</c>.</param>
    /// <param name="step">The verb phrase that describes the step and ends before the name, such as "enqueue tasks in queue".</param>
    /// <param name="name">The name of the queue or of the resource.</param>
    /// <param name="exception">The error of the Redis client or server.</param>
    public static TaskGenException Translate(string servers, string step, string name, Exception exception) => exception switch
    {
        RedisServerException server when WasRefused(server.Kind) && !CameFromWithin(server) =>
            new TaskBrokerException(Describe(step, name, server), exception) { NeedsConfiguration = IsDenied(server.Kind) },
        RedisConnectionException { CommandStatus: CommandStatus.WaitingToBeSent or CommandStatus.WaitingInBacklog } =>
            NotSent(servers, step, name, exception),
        RedisTimeoutException { Commandstatus: CommandStatus.WaitingToBeSent or CommandStatus.WaitingInBacklog } =>
            NotSent(servers, step, name, exception),
        RedisConnectionException { FailureType: ConnectionFailureType.AuthenticationFailure } =>
            NotAuthenticated(servers, exception),
        RedisConnectionException { FailureType: ConnectionFailureType.UnableToConnect } =>
            NotSent(servers, step, name, exception),
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
        _ when IsDenied(exception.Kind) =>
            $"The Redis user is not permitted to {step} '{name}'. Grant the user access to the keys, channels, and commands "
            + $"that docs/redis-keys.md lists. {exception.Message}",
        RedisErrorKind.Misconfigured => $"Redis cannot write to disk and refused to {step} '{name}': {exception.Message}",
        _ => $"Redis refused to {step} '{name}': {exception.Message}",
    };

    private static bool IsDenied(RedisErrorKind kind) =>
        kind is RedisErrorKind.NoPermission or RedisErrorKind.NotPermitted or RedisErrorKind.NoAuth or RedisErrorKind.WrongPass;

    private static TaskBrokerException NotSent(string servers, string step, string name, Exception exception) =>
        new(
            $"Redis at {servers} could not be reached to {step} '{name}', so nothing was changed. {Cause(exception)} "
            + "Check that the server runs and that the address is correct.",
            exception);

    private static TaskBrokerException NotAuthenticated(string servers, Exception exception) =>
        new(
            $"Redis at {servers} does not accept the user name or password of the connection, so nothing was changed. "
            + "Correct 'user' and 'password' in the configuration that is passed to UseRedis.",
            exception)
        {
            NeedsConfiguration = true,
        };

    // The messages of the client library advise settings that have no effect here, so only the cause is used.
    private static string Cause(Exception exception)
    {
        var inner = exception;
        for (var depth = 0; depth < MaxDepth && inner is not null; depth++)
        {
            if (inner is SocketException)
            {
                return $"{inner.Message.TrimEnd('.')}.";
            }

            inner = inner is AggregateException { InnerExceptions: [var first, ..] } ? first : inner.InnerException;
        }

        return exception is RedisConnectionException { FailureType: ConnectionFailureType.UnableToConnect }
            ? "The server did not accept the connection in time."
            : $"{exception.Message.TrimEnd('.')}.";
    }
}
