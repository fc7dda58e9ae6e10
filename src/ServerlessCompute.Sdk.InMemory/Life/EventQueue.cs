using System.Diagnostics.CodeAnalysis;

namespace ServerlessCompute;

/// <summary>The appointments to come, earliest first: a binary heap. Used under the engine's lock.</summary>
internal sealed class EventQueue
{
    private Appointment[] _heap = new Appointment[16];
    private int _count;
    private int _cancelled;
    private long _made;

    public void Add(Appointment appointment)
    {
        appointment.Order = _made++;
        Insert(appointment);
    }

    /// <summary>
    /// One of the appointments was cancelled. It is dropped when its time comes; but when most of them are such, all go at once, so that
    /// limits far away do not pile up.
    /// </summary>
    public void NoteCancelled()
    {
        if (++_cancelled < 1024 || _cancelled <= _count / 2)
        {
            return;
        }

        Appointment[] left = [.. _heap[.._count].Where(static a => !a.IsCancelled)];
        Array.Clear(_heap, 0, _count);
        (_count, _cancelled) = (0, 0);
        foreach (Appointment appointment in left)
        {
            Insert(appointment);
        }
    }

    private void Insert(Appointment appointment)
    {
        if (_count == _heap.Length)
        {
            Array.Resize(ref _heap, _count * 2);
        }

        int at = _count++;
        while (at > 0 && appointment.IsBefore(_heap[(at - 1) / 2]))
        {
            _heap[at] = _heap[(at - 1) / 2];
            at = (at - 1) / 2;
        }

        _heap[at] = appointment;
    }

    /// <summary>The earliest appointment that nobody cancelled.</summary>
    public bool TryPeek([NotNullWhen(true)] out Appointment? next)
    {
        while (_count > 0)
        {
            next = _heap[0];
            if (!next.IsCancelled)
            {
                return true;
            }

            _cancelled--;
            RemoveFirst();
        }

        next = null;
        return false;
    }

    public void RemoveFirst()
    {
        Appointment last = _heap[--_count];
        _heap[_count] = null!;
        if (_count == 0)
        {
            return;
        }

        int at = 0;
        for (int child = 1; child < _count; child = (2 * at) + 1)
        {
            child += child + 1 < _count && _heap[child + 1].IsBefore(_heap[child]) ? 1 : 0;
            if (!_heap[child].IsBefore(last))
            {
                break;
            }

            _heap[at] = _heap[child];
            at = child;
        }

        _heap[at] = last;
    }
}
