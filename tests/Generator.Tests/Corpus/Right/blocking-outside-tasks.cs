// What a console program does in Main is its own affair.
public sealed class EchoTasks { [Task(Name = "echo.run")] public string Run(string text) => text; }

public static class Tool
{
    public static string Call(EchoTasksClient echo) =>
        echo.Run.DelayAsync("x").GetAwaiter().GetResult().GetAsync().GetAwaiter().GetResult();
}
