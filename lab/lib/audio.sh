# The lab's recordings, spoken by espeak-ng: called parties (raw u-law for SIPp) and the prompts Asterisk plays.
# The folder is rebuilt when this file changes.

audio_stamp() { cksum < "$lab/lib/audio.sh"; }

speech() { # output file, words a minute, seconds of silence before, after, text
  local wav; wav=$(mktemp "$prefix/audio.new/XXXXXX.wav")
  "$prefix/bin/espeak-ng" -v en-us -s "$2" -w "$wav" "$5"
  "$prefix/bin/sox" "$wav" -t ul -r 8000 -c 1 "$1" pad "$3" "$4"
  rm -f "$wav"
}
tone() { local out=$1; shift; "$prefix/bin/sox" -n -t ul -r 8000 -c 1 "$out" "$@"; }

make_audio() {
  [ "$(cat "$prefix/audio/.ready" 2>/dev/null)" != "$(audio_stamp)" ] || return 0
  local a=$prefix/audio.new ul='-t ul -r 8000 -c 1'
  rm -rf "$a"; mkdir -p "$a/parties" "$a/outdial"
  local p=$a/parties
  speech "$p/human-hello.ul" 150 0.4 6 'Hello?' &
  speech "$p/human-who.ul" 160 0.5 6 'Hello, who is this?' &
  wait
  speech "$p/human-yes.ul" 150 0.8 6 'Yes?' &
  speech "$p/human-name.ul" 150 0.3 6 'Smith.' &
  wait
  speech "$p/human-slow.ul" 120 1.6 6 'Hello? ... Hello?' &
  speech "$p/human-long.ul" 165 0.3 6 'Good morning, this is John Smith speaking, how can I help you?' &
  wait
  speech "$p/machine-greeting.ul" 160 0.5 0.4 'Hello, you have reached the voice mail of John Smith. I can not take your call right now. Please leave a message after the tone.' &
  speech "$p/machine-short.ul" 165 0.3 3 'You have reached five five five, one two one two. Please leave a message.' &
  wait
  speech "$p/machine-business.ul" 150 0.2 3 'Thank you for calling Acme Corporation. Our office is closed. Our business hours are nine to five, Monday to Friday.' &
  speech "$p/machine-brief.ul" 190 0.3 4 'Leave a message.' &
  wait
  tone "$p/noise.ul" synth 7.2 whitenoise vol 0.02
  "$prefix/bin/sox" -m -v 1 $ul "$p/human-hello.ul" -v 1 $ul "$p/noise.ul" $ul "$p/human-noisy.ul"
  tone "$p/sit.ul" synth 0.33 sine 985.2 : synth 0.38 sine 1428.5 : synth 0.38 sine 1776.7 : synth 1 sine 0 vol 0.4
  tone "$p/silence.ul" trim 0 10
  tone "$p/tone.ul" synth 5 sine 440 vol 0.3
  tone "$p/beep.ul" synth 0.6 sine 1000 vol 0.5
  tone "$p/recording.ul" trim 0 30      # a voice mailbox records: silence after its beep
  "$prefix/bin/sox" $ul "$p/machine-greeting.ul" $ul "$p/beep.ul" $ul "$p/recording.ul" $ul "$p/machine-standard.ul"
  cp "$prefix/tools/usr/share/sip-tester/"dtmf_2833_*.pcap "$p/"
  speech "$a/outdial/safe-harbour.ulaw" 190 0.1 0.2 'This is the outdial test laboratory, five five five, zero one zero zero. Sorry, nobody is free. For no more calls, press nine.' &
  speech "$a/outdial/opt-out-confirmed.ulaw" 170 0.1 0.2 'Your number has been removed. Good bye.' &
  wait
  speech "$a/outdial/voicemail-message.ulaw" 170 0.1 0.2 'This is a message from the outdial test laboratory. Please call us back at five five five, zero one zero zero.' &
  speech "$a/outdial/menu.ulaw" 170 0.1 0.2 'Press one to talk to an agent, or nine to receive no more calls.' &
  wait
  tone "$a/outdial/beep.ulaw" synth 0.1 sine 880 vol 0.3
  audio_stamp > "$a/.ready"
  rm -rf "$prefix/audio"; mv "$a" "$prefix/audio"
  log 'recordings made'
}
