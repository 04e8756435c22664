namespace TaskGen.Brokers;

/// <summary>
/// Where tasks, canvases and resource leases are kept. The worker and the client know nothing else of a storage. Each operation is one
/// atomic step on one queue or one resource; all times are judged by the broker's clock; bodies are never decoded.
/// <c>tests/Broker.Conformance</c> states what is expected as tests that every broker passes.
/// </summary>
/// <remarks>
/// An operation that certainly changed nothing throws <see cref="TaskBrokerException"/>. One whose reply was lost throws <see
/// cref="BrokerUnknownException"/>: the caller may repeat it as it is, because every operation carries what makes a repeat harmless (a
/// batch number, a request number, a fence).
/// </remarks>
internal interface IBroker : IQueueBroker, ICanvasBroker, IResourceBroker;
