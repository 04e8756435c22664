// Names on the wire have no namespace (Hangfire#1415): the second class takes the name of the first.
namespace Billing { public sealed class NotifyTasks { [Task] public void Send(int id) => Console.WriteLine(id); } }
namespace Shipping { public sealed class NotifyTasks { [Task] public void [|TG0202:Send|](int id) => Console.WriteLine(id); } }
