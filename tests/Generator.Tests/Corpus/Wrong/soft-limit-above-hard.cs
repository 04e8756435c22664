// The soft limit would never fire (Celery documents the order, and does not check it).
public sealed class RenderTasks
{
    [Task(Name = "render.run", [|TG0010:SoftTimeLimitSeconds = 120|], TimeLimitSeconds = 60)]
    public Task Run(int id, CancellationToken cancellationToken) => Task.Delay(id, cancellationToken);
}
