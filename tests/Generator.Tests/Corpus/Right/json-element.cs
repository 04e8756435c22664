// Data of any shape, as what it is.
using System.Text.Json;

public sealed class HookTasks
{
    [Task(Name = "hooks.receive")]
    public string Receive(JsonElement body) => body.GetRawText();
}
