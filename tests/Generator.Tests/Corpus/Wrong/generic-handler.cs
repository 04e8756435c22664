// Open generics need type names on the wire, which is how deserialisation bugs begin (Hangfire#747, #1108).
public sealed class EventTasks
{
    [Task(Name = "events.publish")]
    public void [|TG0005:Publish|]<TEvent>(TEvent message) => Console.WriteLine(message);
}
