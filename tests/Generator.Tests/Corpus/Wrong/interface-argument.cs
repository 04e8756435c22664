// Nobody says which class to build: the answer of other systems is TypeNameHandling (Hangfire#363, #2113).
public interface IEvent { int Id { get; } }

public sealed class EventJobs
{
    [Task(Name = "events.handle")]
    public void Handle(IEvent [|TG0102:message|]) => Console.WriteLine(message.Id);
}
