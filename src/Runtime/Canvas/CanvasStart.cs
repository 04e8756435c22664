using TaskGen.Brokers;

namespace TaskGen.Canvases;

/// <summary>A canvas task that is ready to be dispatched.</summary>
/// <param name="Delivery">The delivery that requested the task.</param>
/// <param name="Queue">The queue to dispatch to.</param>
/// <param name="Task">The task to enqueue.</param>
internal sealed record CanvasStart(StartDelivery Delivery, string Queue, NewTask Task);
