using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using TaskGen;

namespace Ported.Legacy
{
    // A class without a constructor and without names of its tasks.
    public sealed class ImportJob
    {
        private int _calls;

        [Task]
        public static Task<int> ImportAll(string path, List<string> rows, Dictionary<string, string> options)
        {
            var count = options == null ? 0 : options.Count;
            return Task.FromResult((rows == null ? 0 : rows.Count) + count + (path == null ? 0 : path.Length));
        }

        [Task(Retry = 1)]
        public static async Task<IList<string>> SplitAsync(string text, char separator, CancellationToken token)
        {
            await Task.Delay(1, token).ConfigureAwait(false);
            return text.Split(separator);
        }

        [Task]
        public bool IsKnown(IList<Guid> ids, Guid id, Nullable<DateTime> since = null)
        {
            _calls++;
            return ids != null && ids.Contains(id) && since == null && _calls == 1;
        }
    }
}
