// Services beside the payload.
public interface IClock { DateTimeOffset Now { get; } }

public sealed class StampTasks
{
    [Task(Name = "stamps.make")]
    public string Make(string text, [FromServices] IClock clock) => $"{clock.Now} {text}";
}
