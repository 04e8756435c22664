using TaskGen;

namespace Pattern.Tests;

/// <summary>Tasks that share what there is little of.</summary>
/// <param name="probe">Counts who has it.</param>
public sealed class RenderTasks(Probe probe)
{
    [Task(Name = "patterns.render")]
    public async Task<int> Render(int frame, int limit, TaskContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        probe.Mark("asks");
        await using var slot = await context.AcquireAsync("gpu", limit, cancellationToken);
        probe.Take();
        try
        {
            probe.Mark("has it");
            await probe.PassAsync("rendered", cancellationToken);
        }
        finally
        {
            probe.PutBack();
        }

        return frame;
    }
}
