using TaskGen.Brokers;

namespace TaskGen.Canvases;

/// <summary>Represents a canvas task that is ready to be enqueued.</summary>
/// <param name="Delivery">The delivery that requested the start of the task.</param>
/// <param name="Queue">The name of the queue in which the task is enqueued.</param>
/// <param name="Task">The task to enqueue.</param>
internal sealed record CanvasStart(StartDelivery Delivery, string Queue, NewTask Task);
