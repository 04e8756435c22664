namespace TaskGen.Brokers;

/// <summary>
/// Represents the storage of tasks, canvases, and resource leases. The worker and the client access storage only through this interface.
/// </summary>
/// <remarks>
/// <para>
/// Each operation works on one queue or one resource and is one atomic step. An operation that can affect many tasks, such as maintenance,
/// reconciliation, or the removal of a worker, may consist of several atomic steps.
/// </para>
/// <para>
/// All times are compared with the clock of the broker, never with the clock of a caller. A broker reads and rewrites the header of an
/// envelope, but never decodes its body.
/// </para>
/// <para>
/// An operation that certainly changed nothing throws <see cref="TaskBrokerException"/>. An operation whose reply was lost throws
/// <see cref="BrokerUnknownException"/>. The caller can then repeat it with the same arguments. The batch number, request number, or
/// fencing number (fence) in the arguments ensures that the operation is applied at most once.
/// </para>
/// <para>
/// Canceling the token during a call stops only the wait for the reply; the operation might still be applied. If the token is canceled
/// before the call, the operation is not sent.
/// </para>
/// <para>
/// Invalid arguments throw <see cref="ArgumentException"/> or a class derived from it before anything is changed. The tests in
/// <c>tests/Broker.Conformance</c> specify the behavior in detail, and every broker must pass them.
/// </para>
/// </remarks>
internal interface IBroker : IQueueBroker, ICanvasBroker, IResourceBroker;
